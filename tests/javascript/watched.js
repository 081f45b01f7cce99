// A payload that notes which of its keys are read.  Shapes: null for a leaf, ["type", name],
// ["list", shape], ["map", shape], ["any", [name, ...]] for one of several types.

/** @returns {{watch: (value: any, shape: any) => any, read: Set<string>, unknown: Set<string>}} */
function watcher(types, literals) {
  const [read, unknown, made] = [new Set(), new Set(), new WeakMap()];
  const fits = (name, value) => Object.entries(literals[name]).every(([key, words]) => words.includes(value[key]));

  function watch(value, shape) {
    if (!shape || value === null || typeof value !== "object") return value;
    if (shape[0] === "any") return watch(value, ["type", shape[1].find((name) => fits(name, value))]);
    if (!made.has(value)) made.set(value, new Proxy(value, shape[0] === "type" ? ofType(shape[1]) : ofMany(shape[1])));
    return made.get(value);
  }

  const ofMany = (shape) => ({
    get: (target, key) => (Object.hasOwn(target, key) && key !== "length" ? watch(target[key], shape) : target[key]),
  });

  const ofType = (name) => ({
    get(target, key) {
      if (key in types[name]) {
        read.add(`${name}.${String(key)}`);
        return watch(target[key], types[name][key]);
      }
      if (typeof key !== "symbol" && !(key in Object.prototype)) unknown.add(`${name}.${key}`);
      return target[key];
    },
    // To copy all keys is not to read them.
    ownKeys(target) {
      unknown.add(`${name}, all of its keys`);
      return Reflect.ownKeys(target);
    },
    has(target, key) {
      unknown.add(`${name}, whether there is ${String(key)}`);
      return key in target;
    },
  });

  return { watch, read, unknown };
}
