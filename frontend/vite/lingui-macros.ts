import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

/**
 * Compiles lingui's macros (`t`, `msg`, `Trans`, `Plural`), and only those.
 *
 * The React plugin no longer carries Babel, so the few files that import a macro go through it here;
 * types and JSX stay as they are for Vite's own, faster compiler.
 */
export function linguiMacros(): Plugin {
  return {
    name: 'cofund:lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      const [file = id] = id.split('?')
      if (!/\.tsx?$/.test(file) || file.includes('/node_modules/') || !/@lingui\/(core|react)\/macro/.test(code))
        return null
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
      })
      return result?.code ? { code: result.code, map: result.map ?? null } : null
    },
  }
}
