import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/** Everything is named after what is in it, so that browsers may keep it; the server writes the document. */
export default defineConfig({
  base: '/admin/',
  plugins: [tailwindcss()],
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: { input: 'src/main.tsx' },
  },
})
