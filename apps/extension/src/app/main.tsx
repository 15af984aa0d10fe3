import { showPage } from '../surroundings.tsx'
import { AppPage } from './app-page.tsx'

await showPage(<AppPage />)
