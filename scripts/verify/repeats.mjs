const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/**
 * A key that some object of a JSON text names twice, or null. JSON.parse would take the last of the values and say nothing,
 * so that a line could show one thing to a reader and bear the hash of another.
 * @param text JSON that JSON.parse has taken
 */
export function repeatedKey(text) {
  const open = [];
  let before = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const key = JSON.parse(before);
      if (open.at(-1).has(key)) return key;
      open.at(-1).add(key);
    } else before = token;
  }
  return null;
}
