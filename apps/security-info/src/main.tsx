import { startFrontEnd } from '@latchkey/front'
import { languages } from '@latchkey/words'
import { loadPortalWords } from '@latchkey/words/portal'
import { methodsQuery } from './pages/methods/use-methods.ts'
import { routes } from './routes.tsx'
import { SaidProvider } from './said.ts'
import './style.css'

void startFrontEnd({
  mount: '/security-info',
  api: '/security-info/api',
  routes,
  begin: { '/security-info': (client, queries) => queries.prefetchQuery(methodsQuery(client)) },
  loadWords: (asked) => loadPortalWords(languages.find((language) => language === asked) ?? 'en'),
  around: (words, pages) => <SaidProvider value={words}>{pages}</SaidProvider>,
})
