import { startFrontEnd } from '@latchkey/front'
import { languages } from '@latchkey/words'
import { loadPortalWords } from '@latchkey/words/portal'
import { routes } from './routes.tsx'
import { SaidProvider } from './said.ts'
import './style.css'

await startFrontEnd({
  mount: '/security-info',
  api: '/security-info/api',
  routes,
  loadWords: (asked) => loadPortalWords(languages.find((language) => language === asked) ?? 'en'),
  around: (words, pages) => <SaidProvider value={words}>{pages}</SaidProvider>,
})
