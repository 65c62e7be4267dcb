/** The text that a form field holds, trimmed; empty for a file or a missing field. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
