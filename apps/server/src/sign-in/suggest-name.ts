import type { Step } from './step.ts'

/** How devices call themselves in what the browser sends, and what people call them. */
const devices: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
]

/** Propose a name for the passkey that was just made: after the device it was made on. */
export function suggestName({ said, request }: Step): string {
  const { nameIt } = said.signIn
  const device = devices.find(([pattern]) => pattern.test(request.visitor.userAgent))?.[1]
  return device === undefined ? nameIt.suggestionUnknown : nameIt.suggestion({ device })
}
