import { showPage } from '../surroundings.tsx'
import { Popup } from './popup.tsx'

await showPage(<Popup />)
