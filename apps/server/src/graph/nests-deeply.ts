/** Deeper than anything that Graph has. */
const deepest = 64

const marks = /"[^"\\]*(?:\\.[^"\\]*)*"|[[{]|[\]}]/gs

/**
 * Whether JSON nests deeper than whatever is read here does. Parsing it costs nothing; everything that walks through it
 * afterwards would fall over. What is no JSON is for the parser to say.
 */
export function nestsDeeply(json: string): boolean {
  let depth = 0
  for (const [mark] of json.matchAll(marks)) {
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth > deepest) return true
  }
  return false
}
