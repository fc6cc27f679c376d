import { InvalidEvent } from '@finflow/shared/events/validate';

/** @throws InvalidEvent when the event belongs to no organization */
export function organizationOfEvent(event: { readonly organizationid?: string }): string {
  if (event.organizationid === undefined) throw new InvalidEvent('It names no organization.');
  return event.organizationid;
}
