// Who calls, and who belongs to whom. The server checks no signature: it believes the access key that the
// Authorization header names. Every key here is made up and opens nothing; the secret may be any text.
// Names and numbers are those of accountspec's target profiles, see ../target.yaml.

export const callersByAccessKey = new Map([
  ["it-the-account", { account: "555555555555" }],
  ["it-without-permission", { account: "555555555555", mayUseContacts: false }],
  ["it-management", { account: "111111111111" }],
  ["it-delegate", { account: "222222222222" }],
  ["it-member", { account: "333333333333" }],
  ["it-no-trust-management", { account: "777777777771" }],
  ["it-no-features-management", { account: "888888888881" }],
]);

const organizations = [
  { management: "111111111111", delegate: "222222222222", members: ["222222222222", "333333333333", "444444444444"] },
  { management: "777777777771", members: ["777777777772"], trustedAccess: false },
  { management: "888888888881", members: ["888888888882"], allFeatures: false },
];

/** The caller that a SigV4 Authorization header names by its access key, or undefined. */
export function callerFrom(authorization = "") {
  const accessKey = /^AWS4-HMAC-SHA256\s+(?:.*,\s*)?Credential=([^/,\s]+)\//.exec(authorization)?.[1];
  return callersByAccessKey.get(accessKey);
}

/** The account whose contacts the caller reaches with this AccountId (or with none), or undefined if it may not. */
export function accountReached(caller, accountId) {
  if (caller === undefined || caller.mayUseContacts === false) return undefined;
  if (accountId === undefined) return caller.account;

  const organization = organizations.find((each) => each.members.concat(each.management).includes(caller.account));
  if (organization === undefined) return undefined;
  const { management, delegate, members, trustedAccess = true, allFeatures = true } = organization;
  const mayNameOthers = caller.account === management || caller.account === delegate;
  return trustedAccess && allFeatures && mayNameOthers && members.includes(accountId) ? accountId : undefined;
}
