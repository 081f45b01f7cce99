// Arrays as they are sent: base64 of small numbers, unpacked into rows.

export function unpack(packed) {
  const [rows, columns] = packed.shape.length > 1 ? packed.shape : [1, packed.shape[0]];
  if (packed.oneHot) {
    return {
      rows, columns,
      row: (t) => Array.from({ length: columns }, (_, k) => Number(packed.oneHot[t] === k)),
    };
  }
  const bytes = Uint8Array.from(atob(packed.float32 ?? packed.int16), (character) => character.charCodeAt(0));
  const numbers = packed.int16
    ? Float32Array.from(new Int16Array(bytes.buffer), (step) => (step / 32767) * packed.scale)
    : new Float32Array(bytes.buffer);
  return { rows, columns, row: (t) => numbers.subarray(t * columns, (t + 1) * columns) };
}
