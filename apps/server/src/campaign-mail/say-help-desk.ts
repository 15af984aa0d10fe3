import type { Tenant } from '@latchkey/identity'

/** How to reach the help desk, in one line; empty where nobody said. */
export function sayHelpDesk({ settings }: Pick<Tenant, 'settings'>): string {
  const { text, phone, mail, url } = settings.helpDesk
  return [text, phone, mail, url].filter((part) => part !== undefined && part !== '').join(' · ')
}
