import type { Dictionary } from '../say'

/** What a rollout may do, why merchants did not get there, and what comes first for each. */
export const rolloutTexts: Dictionary = {
  已经停止: 'Stopped already',
  已经结束: 'Finished already',
  没有在进行: 'Not running',
  没有暂停: 'Not paused',
  没有等待一起发布的版本: 'No version waits to be released together',
  '已暂停，请先继续': 'Paused; continue first',
  '已经停止，可以复制为新计划': 'Stopped; copy it as a new plan',
  已经是最后一波: 'This is the last wave',

  商家的授权已失效: 'The merchant’s authorisation is lost',
  '请让商家重新授权，然后重试': 'Ask the merchant to authorise again, then retry',
  商家没有授予需要的权限集: 'The merchant has not granted the needed permission set',
  '请让商家补充授权，然后重试': 'Ask the merchant to grant it, then retry',
  还没有读到商家的版本: 'The versions have not been read yet',
  '请刷新这些商家，然后重试': 'Refresh these merchants, then retry',
  账号下没有这些商家: 'The account does not have these merchants',
  '请读取授权列表；已解除授权的商家请从计划里去掉':
    'Read the authorisation list; take merchants that withdrew out of the plan',
  '商家在另一次批量发布里，那一次还没有结束': 'The merchant is in another rollout that has not finished',
  '请等那一次结束，或在那里跳过这些商家': 'Wait for that one to end, or skip these merchants there',
  有版本正在审核中: 'A version is in review',
  '请等审核结束，或先撤回审核，然后重试': 'Wait for the review to end or withdraw it, then retry',
  没有测试版本: 'There is no test version',
  请先上传代码: 'Upload code first',
  '没有审核通过、可以发布的版本': 'No approved version can be released',
  请先提交审核: 'Submit for review first',
  版本曾被平台下架: 'The platform took the version down',
  请提交新的审核: 'Submit a new one for review',
  没有发布过的商家不需要回退: 'A merchant without a release needs no rollback',
  平台不允许回退: 'The platform allows no rollback',
  '请改为上传旧的模板，再提交审核': 'Upload the old template instead, then submit it for review',
  没有可以提审的宿主端: 'There is no host to submit for',
  '请在商家的页面确认可选的宿主端，或改变计划里的宿主端':
    'See on the merchant’s page which hosts can be chosen, or change the plan’s hosts',
  'ext.json 不能上传': 'The ext.json cannot be uploaded',
  '请在模板页补全变量的值，或修改 ext.json，然后重试':
    'Complete the variables’ values on the templates page or change the ext.json, then retry',
  域名不能这样设置: 'The domains cannot be set like this',
  '请在商家的页面处理好，然后重试': 'Put it right on the merchant’s page, then retry',
  现在不能这样设置: 'This cannot be set now',
  '请按原因处理好，然后重试': 'Put right what the reason says, then retry',
  审核被撤回: 'The review was withdrawn',
  '请问清是谁撤回的；要继续就重试：会再提审一次': 'Find out who withdrew it; to go on, retry: it is submitted again',
  通过审核的版本被平台下架: 'The platform took the approved version down',
  '请按平台的要求修改，然后重试：会重新上传并提审':
    'Change what the platform asks for, then retry: it is uploaded and submitted again',
  平台上的审核版本已经不是这次提交的: 'The review version is not the one submitted here any more',
  '请看过商家现在的版本，再决定重试还是跳过': 'Look at the merchant’s present versions, then retry or skip',

  没有说明原因: 'no reason given',
  '审核没有通过：{0}（其中 {1} 个还有别的意见）': 'Rejected in review: {0} (with other complaints: {1})',
  '审核没有通过：{0}': 'Rejected in review: {0}',
  '请按审核意见修改，然后重试：会重新上传并提审':
    'Change what the reviewers ask for, then retry: it is uploaded and submitted again',
  '提审会被平台拒绝；请在商家的页面处理好，然后重试':
    'The platform would refuse the submission; put it right on the merchant’s page, then retry',
  就绪检查没有通过: 'Not ready for review',
  网络或平台故障: 'Fault of the network or the platform',
  '请等网络和平台恢复，然后重试': 'Wait until network and platform work again, then retry',
  '程序会继续核对，不会重复发送；有了结果会自己接着做':
    'The program goes on checking and sends nothing twice; it goes on by itself when it knows',
  '平台的回答没有收到，结果还不知道': 'The platform’s answer was lost, the result is not known yet',
  '没有成功，原因不明': 'Failed for an unknown reason',
  '请重试；如果一直这样，请导出这次的记录，联系支持':
    'Retry; if it stays like this, export the record and ask for support',

  '上一步操作的结果还没有确认，确认后再继续': 'The result of the last step is not confirmed; it goes on after that',
  '线上已经是 {0}': '{0} is online already',
  '审核版本是 {0}，不是 {1}': 'The review version is {0}, not {1}',
  '线上版本是 {0}，不是 {1}': 'The online version is {0}, not {1}',
  刚刚回退过: 'Rolled back just now',
  '测试版本已经是 {0}': 'The test version is {0} already',
  '没有测试版本，请先上传代码': 'There is no test version; upload code first',
  '线上已经是 {0}，但说明和这次的不同，请核对': '{0} is online already, but with another description; check it',
  '{0} 正在灰度发布，但说明和这次的不同，请核对': '{0} is in gray release, but with another description; check it',
  '{0} 正在灰度发布': '{0} is in gray release',
  '{0} 已经在审核中': '{0} is in review already',
  '{0} 已经通过审核': '{0} is approved already',
  '已有版本 {0} 在审核中，撤回后才能提审': 'Version {0} is in review; withdraw it before you submit',
  '已通过审核、还没有发布的 {0} 会被代替': '{0}, approved and not released, will be replaced'
}
