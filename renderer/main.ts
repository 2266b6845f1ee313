// Element Plus's sheets come with the components that need them; ours outrank them whatever the order.
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'
import './styles/appearance.css'
import './styles/english.css'
import { localeContextKey } from 'element-plus'
import en from 'element-plus/es/locale/lang/en.mjs'
import zhCn from 'element-plus/es/locale/lang/zh-cn.mjs'
import { createPinia } from 'pinia'
import { createApp, ref } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { language } from './i18n/language'
import { router } from './router'

document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'

createApp(App)
  .provide(localeContextKey, ref(language === 'en' ? en : zhCn))
  .use(createPinia())
  .use(i18n)
  .use(router)
  .mount('#app')
