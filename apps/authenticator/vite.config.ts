import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/**
 * Everything is named after what is in it, so that browsers may keep it; the server writes the document. The service
 * worker is a script of its own that imports nothing: not every browser lets one.
 */
export default defineConfig({
  base: '/authenticator/',
  plugins: [tailwindcss()],
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2023',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { main: 'src/main.tsx', 'service-worker': 'src/service-worker.ts' },
      output: {
        // Few files: every one that is asked for costs a slow phone a round trip.
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], test: /^(?!.*service-worker)/, priority: 2 },
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
