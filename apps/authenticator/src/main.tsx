import { startFrontEnd } from '@latchkey/front'
import { languages } from '@latchkey/words'
import { loadAuthenticatorWords } from '@latchkey/words/authenticator'
import { holdInstallPrompt } from './install-prompt.ts'
import { openPhone } from './phone/open-phone.ts'
import { PhoneProvider } from './phone/use-phone.ts'
import { registerWorker } from './register-worker.ts'
import { routes } from './routes.tsx'
import { SaidProvider } from './said.ts'
import './style.css'

holdInstallPrompt()
const phone = openPhone()

void startFrontEnd({
  mount: '/authenticator',
  api: '/authenticator/api',
  routes,
  loadWords: (asked) => loadAuthenticatorWords(languages.find((language) => language === asked) ?? 'en'),
  around: (words, pages) => (
    <SaidProvider value={words}>
      <PhoneProvider value={phone}>{pages}</PhoneProvider>
    </SaidProvider>
  ),
  // A session is needed only to add something, and the page that needs one leads to it.
  leave: () => {},
}).then(registerWorker)
