import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types of the questions in src/questions, from the committed schema. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: 'src/questions/*.graphql',
  generates: {
    'src/asked/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { Date: 'string', DateTime: 'string', JSON: 'Line' },
        defaultScalarType: 'unknown',
      },
    },
  },
}
config.generates['src/asked/'] = {
  ...(config.generates['src/asked/'] as object),
  plugins: [{ add: { content: "import type { Line } from '../line'" } }],
} as CodegenConfig['generates'][string]

export default config
