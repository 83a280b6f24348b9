import type { Plugin } from 'vite'

/**
 * Every page is set in the same two fonts, which a browser would ask for only when the first words are drawn, and then
 * draw them twice. Named in `index.html`, they come beside the script.
 */
export function preloadFonts(): Plugin {
  return {
    name: 'cofund:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head',
          })),
    },
  }
}
