import { readPageData } from '../../page/scripts/browser.ts'

/** Write every `<time>` as the visitor is used to, in their own time zone, and say which that is. */
export function writeLocalTimes(): void {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  for (const element of document.querySelectorAll('time')) {
    const at = new Date(element.dateTime)
    if (Number.isNaN(at.getTime())) continue
    element.textContent = format.format(at)
    element.title = at.toISOString()
  }
  const note = document.getElementById('zone')
  const { zone } = readPageData<{ zone?: string }>()
  if (note !== null && zone !== undefined) {
    note.textContent = zone.replace('{zone}', format.resolvedOptions().timeZone.replaceAll('_', ' '))
  }
}
