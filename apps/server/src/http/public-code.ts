/** Refusals that would tell a stranger who exists, or whose a passkey is. */
const hidden: ReadonlySet<string> = new Set(['person_disabled', 'credential_of_another'])

/** What a stranger is told instead of a code: mostly the code itself. */
export function toPublicCode<Code extends string>(code: Code): Code | 'sign_in_failed' {
  return hidden.has(code) ? 'sign_in_failed' : code
}
