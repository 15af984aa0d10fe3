/** What browsers and systems are called. */
export const browserWords = {
  on: (values: { readonly browser: string; readonly system: string }) =>
    `${values.browser} on ${values.system}`,
  unknown: 'An unknown browser',
  unknownSystem: 'an unknown system',
}
