import type { RouteObject } from 'react-router'

/** The pages about models, and about who vouches for them. */
export const modelsRoutes: readonly RouteObject[] = [
  {
    path: 'models',
    lazy: async () => ({ Component: (await import('./models-page.tsx')).ModelsPage }),
  },
  {
    path: 'models/metadata',
    lazy: async () => ({ Component: (await import('./metadata-page.tsx')).MetadataPage }),
  },
  {
    path: 'models/roots',
    lazy: async () => ({ Component: (await import('./roots-page.tsx')).RootsPage }),
  },
  {
    path: 'models/:aaguid',
    lazy: async () => ({ Component: (await import('./model-page.tsx')).ModelPage }),
  },
]
