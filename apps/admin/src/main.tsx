import { startFrontEnd } from '@latchkey/front'
import { loadCentreWords } from '@latchkey/words/centre'
import { homeQuery } from './pages/home/home.ts'
import { everybody, peopleQuery } from './pages/people/people-query.ts'
import { readLanguage } from './read-language.ts'
import { routes } from './routes.tsx'
import { SaidProvider } from './said.ts'
import './style.css'

void startFrontEnd({
  mount: '/admin',
  api: '/admin/api/v1.0',
  routes,
  begin: {
    '/admin': (client, queries) => queries.prefetchQuery(homeQuery(client)),
    '/admin/people': (client, queries) => queries.prefetchInfiniteQuery(peopleQuery(client, everybody)),
  },
  loadWords: () => loadCentreWords(readLanguage()),
  around: (words, pages) => <SaidProvider value={words}>{pages}</SaidProvider>,
})
