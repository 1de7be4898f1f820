'use strict';
// The tab of epics, features and stories, and its box on the overview: as Allure's own, of what behaviors.json holds.
allure.api.addTranslation('en', {
  tab: { behaviors: { name: 'Behaviors' } },
  widget: { behaviors: { name: 'Statements by feature', showAll: 'show all' } },
});
allure.api.addTab('behaviors', {
  title: 'tab.behaviors.name',
  icon: 'fa fa-list',
  route: 'behaviors(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
  onEnter: (testGroup, testResult, testResultTab) =>
    new allure.components.TreeLayout({
      testGroup,
      testResult,
      testResultTab,
      tabName: 'tab.behaviors.name',
      baseUrl: 'behaviors',
      url: 'data/behaviors.json',
      csvUrl: 'data/behaviors.csv',
    }),
});
allure.api.addWidget(
  'widgets',
  'behaviors',
  allure.components.WidgetStatusView.extend({
    rowTag: 'a',
    title: 'widget.behaviors.name',
    baseUrl: 'behaviors',
    showLinks: true,
  }),
);
