import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/** The living page: every part in every state. `npx vite packages/ui` shows it, and changes as the parts do. */
export default defineConfig({
  root: `${import.meta.dirname}/living`,
  plugins: [tailwindcss()],
})
