/** RFC 8785, for values that JSON.parse gives: keys by UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function jcs(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = "[";
    for (let i = 0; i < value.length; i++) text += (i ? "," : "") + jcs(value[i]);
    return `${text}]`;
  }
  let text = "{";
  for (const key of Object.keys(value).sort()) text += `${text === "{" ? "" : ","}${JSON.stringify(key)}:${jcs(value[key])}`;
  return `${text}}`;
}
