import { startFrontEnd } from '@latchkey/front'
import { languages } from '@latchkey/words'
import { loadCentreWords } from '@latchkey/words/centre'
import { routes } from './routes.tsx'
import { SaidProvider } from './said.ts'
import './style.css'

await startFrontEnd({
  mount: '/admin',
  api: '/admin/api/v1.0',
  routes,
  loadWords: (asked) => loadCentreWords(languages.find((language) => language === asked) ?? 'en'),
  around: (words, pages) => <SaidProvider value={words}>{pages}</SaidProvider>,
})
