import { createRoot } from 'react-dom/client'
import { ToastProvider } from '../src/index.ts'
import { Controls } from './controls.tsx'
import { Lists } from './lists.tsx'
import { States } from './states.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <ToastProvider label="Notifications">
    <main className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-8">
      <h1 className="text-2xl font-bold">The parts</h1>
      <Controls />
      <Lists />
      <States />
    </main>
  </ToastProvider>,
)
