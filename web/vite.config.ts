import { defineConfig } from 'vite'

const named = { entryFileNames: 'explorer/[name].js', chunkFileNames: 'explorer/[name].js', assetFileNames: 'explorer/[name][extname]' }

/** The built page is part of the served package. Its files keep their names; the service gives them entity tags. */
export default defineConfig({
  base: './',
  build: {
    outDir: '../server/explorer/static',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: { page: 'index.html' }, output: named },
  },
  worker: { format: 'es', rollupOptions: { output: named } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/graphql': 'http://127.0.0.1:8000', '/explorer/service.json': 'http://127.0.0.1:8000' } },
})
