import { createMemoryHistory, createRouter } from 'vue-router'

/** The routes that the pages lead to which hand something to the plan page. */
export function routerToPlan() {
  const page = { template: '<div />' }
  return createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/rollouts/new', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page },
      { path: '/:rest(.*)*', component: page }
    ]
  })
}
