// The three operations over a map. The generated server has checked the input before it comes here.

import {
  AccessDeniedException,
  InternalServerException,
  ResourceNotFoundException,
  TooManyRequestsException,
} from "generated-server";
import { accountReached } from "./callers.js";

const faults = { InternalServerException, TooManyRequestsException };

/** Handlers whose context is { caller, fault }: who calls, and the name of the error to answer with, if any. */
export function handlersOver(contacts = new Map()) {
  const keyOf = (input, { caller, fault }) => {
    if (Object.hasOwn(faults, fault ?? "")) throw new faults[fault]({ message: "As asked for by X-Fault." });
    const account = accountReached(caller, input.AccountId);
    if (account === undefined) throw new AccessDeniedException({ message: "This caller may not do that." });
    return `${account} ${input.AlternateContactType}`;
  };
  const existing = (key) => {
    if (!contacts.has(key)) throw new ResourceNotFoundException({ message: "There is no such contact." });
    return contacts.get(key);
  };

  return {
    async PutAlternateContact(input, context) {
      const { AccountId, ...contact } = input;
      contacts.set(keyOf(input, context), contact);
      return {};
    },
    async GetAlternateContact(input, context) {
      return { AlternateContact: existing(keyOf(input, context)) };
    },
    async DeleteAlternateContact(input, context) {
      const key = keyOf(input, context);
      existing(key);
      contacts.delete(key);
      return {};
    },
  };
}
