import { createRouter, createWebHashHistory } from 'vue-router'
import MerchantListPage from '@/pages/merchants/MerchantListPage.vue'

/** The pages. Only the list belongs to the start; the others are loaded when they are first opened. */
export const router = createRouter({
  // Addresses behind the hash work under app:// as well as http://.
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/merchants' },
    { path: '/merchants', name: 'merchants', component: MerchantListPage },
    {
      path: '/merchants/:accountId/:appId',
      name: 'merchant',
      component: () => import('@/pages/merchant/MerchantPage.vue'),
      props: true
    },
    { path: '/settings', name: 'settings', component: () => import('@/pages/settings/SettingsPage.vue') },
    { path: '/:rest(.*)*', redirect: '/merchants' }
  ]
})
