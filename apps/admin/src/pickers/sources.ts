import type { Page } from '@latchkey/api'
import type { Choosable, ChoosableSource } from './object-picker.tsx'

interface Named {
  readonly id: string
  readonly displayName: string
}

const quote = (text: string) => encodeURIComponent(`'${text.replaceAll("'", "''")}'`)

const read =
  <Item>(toChoosable: (item: Item) => Choosable) =>
  (answer: unknown): readonly Choosable[] => {
    const page = answer as Page<Item>
    return page.value.map(toChoosable)
  }

/** Everybody of the organisation. */
export const peopleSource: ChoosableSource = {
  key: 'people',
  pathOf: (text) =>
    `/latchkey/people?$search=${encodeURIComponent(`"${text.replaceAll('"', ' ')}"`)}&$top=12`,
  read: read(({ id, displayName, userPrincipalName }: Named & { readonly userPrincipalName: string }) => ({
    id,
    name: displayName,
    about: userPrincipalName,
  })),
}

/** Every group. */
export const groupsSource: ChoosableSource = {
  key: 'groups',
  pathOf: (text) => `/groups?$filter=startswith(displayName,${quote(text)})&$top=12`,
  read: read(({ id, displayName }: Named) => ({ id, name: displayName })),
}

/** Every app, by what rules and assignments call it. */
export const appsSource: ChoosableSource = {
  key: 'apps',
  pathOf: (text) => `/servicePrincipals?$filter=startswith(displayName,${quote(text)})&$top=12`,
  read: read(({ id, displayName, appId }: Named & { readonly appId: string }) => ({
    id: appId,
    name: displayName,
    about: id,
  })),
}
