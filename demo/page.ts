/** The host's few widgets: plain DOM, as a page of 2009 would have it. */
export function section(title: string, content: readonly Node[]): HTMLFieldSetElement {
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  fieldset.append(legend, ...content);
  return fieldset;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

export function box(text: string, change: (on: boolean) => void): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.addEventListener('change', () => change(input.checked));
  label.append(input, ` ${text}`);
  return label;
}

export function choice(
  text: string,
  options: readonly (readonly [value: string, text: string])[],
  change: (value: string) => void,
): HTMLLabelElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  for (const [value, name] of options) select.append(new Option(name, value));
  select.addEventListener('change', () => change(select.value));
  label.append(`${text} `, select);
  return label;
}
