import { createRouter, createWebHashHistory } from 'vue-router'
import HomePage from '@/pages/home/HomePage.vue'
import MerchantListPage from '@/pages/merchants/MerchantListPage.vue'

/** The pages. Home and the list belong to the start; the others are loaded when they are first opened. */
export const router = createRouter({
  // Addresses behind the hash work under app:// as well as http://.
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/today' },
    { path: '/today', name: 'today', component: HomePage },
    { path: '/merchants', name: 'merchants', component: MerchantListPage },
    {
      path: '/merchants/:accountId/:appId',
      name: 'merchant',
      component: () => import('@/pages/merchant/MerchantPage.vue'),
      props: true
    },
    {
      path: '/authorization',
      name: 'authorization',
      component: () => import('@/pages/authorization/AuthorizationPage.vue')
    },
    { path: '/keeper', name: 'keeper', component: () => import('@/pages/authorization/KeeperPage.vue') },
    { path: '/baselines', name: 'baselines', component: () => import('@/pages/baselines/BaselinesPage.vue') },
    {
      path: '/batches/new/:kind(introduction|icon)',
      name: 'new-batch',
      component: () => import('@/pages/batches/NewBatchPage.vue'),
      props: true
    },
    { path: '/rollouts', name: 'rollouts', component: () => import('@/pages/rollouts/RolloutsPage.vue') },
    { path: '/rollouts/new', name: 'new-rollout', component: () => import('@/pages/rollouts/NewRolloutPage.vue') },
    {
      path: '/rollouts/:accountId/compare/:first/:second',
      name: 'compare-rollouts',
      component: () => import('@/pages/rollouts/CompareRolloutsPage.vue'),
      props: true
    },
    {
      path: '/rollouts/:accountId/:rolloutId',
      name: 'rollout',
      component: () => import('@/pages/rollouts/RolloutPage.vue'),
      props: true
    },
    {
      path: '/rollouts/:accountId/:rolloutId/report',
      name: 'rollout-report',
      component: () => import('@/pages/rollouts/RolloutReportPage.vue'),
      props: true
    },
    { path: '/drift', name: 'drift', component: () => import('@/pages/drift/DriftPage.vue') },
    { path: '/templates', name: 'templates', component: () => import('@/pages/templates/TemplatesPage.vue') },
    { path: '/codes', name: 'codes', component: () => import('@/pages/codes/CodesPage.vue') },
    {
      path: '/capabilities',
      name: 'capabilities',
      component: () => import('@/pages/capabilities/CapabilitiesPage.vue')
    },
    { path: '/events', name: 'events', component: () => import('@/pages/events/EventsPage.vue') },
    { path: '/activity', name: 'activity', component: () => import('@/pages/activity/ActivityPage.vue') },
    {
      path: '/activity/reports',
      name: 'bulk-reports',
      component: () => import('@/pages/activity/report/BulkReportsPage.vue')
    },
    {
      path: '/merchants/:accountId/:appId/report',
      name: 'merchant-report',
      component: () => import('@/pages/activity/report/MerchantReportPage.vue'),
      props: true
    },
    { path: '/accounts', name: 'accounts', component: () => import('@/pages/accounts/AccountsPage.vue') },
    {
      path: '/accounts/:accountId',
      name: 'account',
      component: () => import('@/pages/accounts/AccountPage.vue'),
      props: true
    },
    {
      path: '/accounts/:accountId/diagnosis',
      name: 'diagnosis',
      component: () => import('@/pages/diagnosis/DiagnosisPage.vue'),
      props: true
    },
    // Without the rail and the top bar.
    {
      path: '/welcome',
      name: 'welcome',
      component: () => import('@/pages/welcome/WelcomePage.vue'),
      meta: { bare: true }
    },
    { path: '/connect', name: 'connect', component: () => import('@/pages/welcome/connect/ConnectPage.vue') },
    { path: '/help/codes', name: 'error-codes', component: () => import('@/pages/help/ErrorCodesPage.vue') },
    { path: '/settings', name: 'settings', component: () => import('@/pages/settings/SettingsPage.vue') },
    { path: '/:rest(.*)*', redirect: '/today' }
  ]
})
