import {
  byId,
  readField,
  readPageData,
  type ShownProblem,
  wireCopyButtons,
  wireForm,
} from '../../page/scripts/browser.ts'

/** The pages with one field: password, pass, code, the name of a passkey. */
interface FieldPageData {
  flow: string
  action: string
  required: string
  show: string
  hide: string
  offline: ShownProblem
}

const data = readPageData<FieldPageData>()
const form = byId('form')
const field = byId('field')
const reveal = document.getElementById('reveal')

if (form instanceof HTMLFormElement) {
  wireForm(form, data.action, () => {
    const value = readField('field', data.required)
    return value === undefined ? undefined : { flow: data.flow, value }
  })
}
if (field instanceof HTMLInputElement) {
  reveal?.addEventListener('click', () => {
    const shown = field.type === 'password'
    field.type = shown ? 'text' : 'password'
    reveal.textContent = shown ? data.hide : data.show
    reveal.setAttribute('aria-pressed', String(shown))
  })
}
wireCopyButtons()
