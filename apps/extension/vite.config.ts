import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/** The pages of the extension and its background, which share what they have in common. The scripts for pages are built beside them, each in one file. */
export default defineConfig({
  base: './',
  plugins: [tailwindcss()],
  build: {
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        popup: 'popup.html',
        app: 'app.html',
        consent: 'consent.html',
        background: 'src/background.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
