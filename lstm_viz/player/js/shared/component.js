// A component as Streamlit mounts it: kept by its element, handed new data at every run of the page.

/**
 * One run after the other; what goes wrong is said.
 * @param {HTMLElement} root
 * @param {string} handle  the property of the element that keeps the component
 * @param {new (root: HTMLElement) => any} Component
 */
export function handOver(root, handle, Component, data, tell) {
  root[handle] ??= new Component(root);
  const component = root[handle];
  component.updates = (component.updates ?? Promise.resolve())
    .then(() => component.update(data, tell))
    .catch((error) => component.fail(error));
}
