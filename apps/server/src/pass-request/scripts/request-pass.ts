import {
  byId,
  readField,
  readPageData,
  type ShownProblem,
  wireCopyButtons,
  wireForm,
} from '../../page/scripts/browser.ts'

/** The page on which somebody asks for a pass. */
interface RequestPageData {
  flow: string
  required: { name: string; reason: string; contact: string }
  offline: ShownProblem
}

const { flow, required } = readPageData<RequestPageData>()
const form = byId('form')

if (form instanceof HTMLFormElement) {
  wireForm(form, '/pass-request', () => {
    const name = readField('name', required.name)
    const reason = name === undefined ? undefined : readField('reason', required.reason)
    const contact = reason === undefined ? undefined : readField('contact', required.contact)
    if (contact === undefined) return undefined
    const start = readOptional('start')
    return {
      flow,
      name,
      reason,
      contact,
      // What is typed there has the zone of whoever types it.
      start: start === '' ? undefined : new Date(start).toISOString(),
      minutes: Number(readOptional('lifetime')),
    }
  })
}
wireCopyButtons()

function readOptional(id: string): string {
  const field = byId(id)
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ''
}
