/** Says in which country an address is: two capital letters (ISO 3166-1), or `undefined` if it is not known. */
export type CountryOf = (ipAddress: string) => string | undefined

/** Without a database every country is unknown, and a rule that names countries says so. */
export const noCountries: CountryOf = () => undefined
