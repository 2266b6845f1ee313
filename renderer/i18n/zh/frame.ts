export default {
  practice: {
    environment: '演练环境',
    only: '仅供练习',
    hint: '内置的模拟平台：所有操作只在本机，不会影响真实商家'
  },
  account: {
    componentAppId: '第三方小程序应用的 AppID',
    switch: '切换账号',
    current: '现在的账号',
    add: '添加账号…',
    manage: '管理账号'
  },
  rail: {
    label: '主导航',
    today: '今日',
    merchants: '商家',
    rollouts: '发布',
    authorization: '授权',
    keeper: '令牌',
    baselines: '域名',
    templates: '模板',
    codes: '码墙',
    capabilities: '能力',
    events: '事件',
    accounts: '账号',
    settings: '设置'
  },
  waiting: {
    today: '{n} 件等你处理',
    merchants: '{rejected} 个审核未通过，{toRelease} 个待发布',
    events: '{n} 条新事件',
    rollouts: '{n} 个批量发布等你决定'
  },
  connection: {
    open: '，打开账号页'
  },
  reading: {
    title: '只能查看',
    text: '数据文件不能写入：这次运行不保存任何修改，也不向平台发送任何东西。腾出磁盘空间或恢复写入权限后，重新打开程序。',
    link: '查看数据'
  },
  keychain: {
    missing: '这台电脑没有钥匙串服务',
    missingText:
      '真实账号的密钥没有地方安全保存，所以还不能用。Linux 上请安装并启动 gnome-keyring 或 KWallet，然后再试；它如果刚重启过，请重新打开程序。',
    locked: '钥匙串已锁定',
    lockedText: '真实账号的密钥在里面，现在读不到。请解锁钥匙串，然后再试。',
    silent: '钥匙串没有响应',
    silentText: '可能有一个解锁窗口在等您输入密码，也可能被别的窗口挡住了。处理后请再试。',
    retry: '再试一次',
    useMemory: '这次先用内存',
    useMemoryTitle: '这次先用内存？',
    useMemoryText: '密钥只在内存里，程序关闭就没有了：下次启动时，每个真实账号的密钥都要重新填写。不会写进任何文件。',
    cancel: '取消',
    inMemory: '密钥这次只在内存里，程序关闭后要重新填写。'
  },
  notices: {
    label: '通知',
    close: '关闭通知'
  },
  refresh: {
    label: '刷新商家',
    listing: '正在读取授权列表',
    progress: '正在刷新商家：{done} / {total}',
    progressWithFailed: '正在刷新商家：{done} / {total}，{failed} 个失败'
  },
  rollout: {
    percent: '发布 {percent}%',
    progress: '「{title}」：{over} / {total} 个商家结束',
    others: '另有 {n} 个批量发布在进行'
  },
  search: '查找任何东西'
} as const
