/** What can be read from, whatever a storage holds. */
export const plainObject = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
