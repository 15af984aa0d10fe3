import { Compass, KeyRound, Users } from 'lucide-react'
import { createRoot } from 'react-dom/client'
import { AppFrame, Brand, CommandPalette, PageHead, ToastProvider } from '../src/index.ts'
import { Charts } from './charts.tsx'
import { Choices } from './choices.tsx'
import { Controls } from './controls.tsx'
import { Lists } from './lists.tsx'
import { Pictures } from './pictures.tsx'
import { States } from './states.tsx'

const sections = [
  { items: [{ label: 'Home', href: '#home', icon: <Compass /> }] },
  {
    label: 'Directory',
    items: [
      { label: 'People', href: '#people', icon: <Users /> },
      { label: 'Key models', href: '#models', icon: <KeyRound /> },
    ],
  },
]

const words = {
  skip: 'Skip to the content',
  navigation: 'Navigation',
  openMenu: 'Open the menu',
  closeMenu: 'Close the menu',
}

const palette = {
  open: 'Go to …',
  title: 'Go to a page',
  field: 'Type the name of a page',
  none: 'No page is called that.',
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <ToastProvider label="Notifications">
    <AppFrame
      brand={<Brand name="Juniper Works" />}
      sections={sections}
      words={words}
      tools={
        <CommandPalette
          items={sections.flatMap(({ items }) => items)}
          words={palette}
          onGo={(href) => location.assign(href)}
        />
      }
      link={({ href, ...rest }) => (
        <a href={href} aria-current={href === '#home' ? 'page' : undefined} {...rest} />
      )}
      foot={<p className="border-t border-line px-3 pt-3 text-sm text-soft">Ada Example</p>}
    >
      <PageHead title="The parts" lead="Everything our pages are made of, in every state." />
      <Controls />
      <Choices />
      <Lists />
      <Charts />
      <Pictures />
      <States />
    </AppFrame>
  </ToastProvider>,
)
