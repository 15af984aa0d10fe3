/**
 * What a document becomes when a change is laid over it (`PATCH`): objects property by property, as deep as they go;
 * anything else, lists and `null` among it, in the place of what was there. The result is not read yet.
 */
export function mergeJson(before: unknown, change: unknown): unknown {
  if (!isObject(before) || !isObject(change)) return change
  const merged = new Map<string, unknown>(Object.entries(before))
  for (const [key, value] of Object.entries(change)) {
    if (value !== undefined) merged.set(key, mergeJson(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
