/// <reference types="vite/client" />

// vue-tsc reads .vue files itself; this is for typescript-eslint, which can not.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
