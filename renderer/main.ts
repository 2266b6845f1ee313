// Element Plus's sheets come with the components that need them; ours outrank them whatever the order.
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'
import { localeContextKey } from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn.mjs'
import { createPinia } from 'pinia'
import { createApp, ref } from 'vue'
import App from './App.vue'
import { router } from './router'

createApp(App).provide(localeContextKey, ref(zhCn)).use(createPinia()).use(router).mount('#app')
