import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/** Everything is named after what is in it, so that browsers may keep it; the server writes the document. */
export default defineConfig({
  base: '/security-info/',
  plugins: [tailwindcss()],
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: 'src/main.tsx',
      output: {
        // Few files: every one that is asked for costs a slow phone a round trip.
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 2 },
            {
              name: 'parts',
              test: /lucide-react|@tanstack|packages\/(front|ui)\//,
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
