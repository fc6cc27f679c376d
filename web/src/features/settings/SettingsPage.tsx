import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { AccessPanel } from './AccessPanel.tsx';
import { ApiKeysPanel } from './api-keys/ApiKeysPanel.tsx';
import { AppearancePanel } from './AppearancePanel.tsx';
import { CompanyPanel } from './CompanyPanel.tsx';
import { DeveloperPanel } from './DeveloperPanel.tsx';
import { ProfilePanel } from './ProfilePanel.tsx';
import { SampleDataPanel } from './SampleDataPanel.tsx';
import type { SettingsQuery, SettingsQueryVariables } from './SettingsPage.generated.ts';

export const SETTINGS: TypedDocumentNode<SettingsQuery, SettingsQueryVariables> = gql`
  query Settings {
    me {
      role
      scopes
      user {
        id
        name
        email
      }
      organization {
        id
        name
        baseCurrency
        country
        timeZone
        isDemo
      }
    }
  }
`;

/** The person, the company, and what the person may do in it. */
export function Component() {
  const query = useQuery(SETTINGS);
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the settings" />}>
      {({ me }) => (
        <>
          <PageHeader title="Settings" />
          {me && (
            <Stack gap="5" maxW="44rem">
              <ProfilePanel user={me.user} />
              {me.organization && (
                <CompanyPanel
                  organization={me.organization}
                  canChange={me.scopes.includes('organization:manage')}
                />
              )}
              <AppearancePanel />
              <AccessPanel role={me.role} scopes={me.scopes} />
              <DeveloperPanel />
              {me.organization && me.scopes.includes('organization:manage') && <ApiKeysPanel />}
              {me.organization?.isDemo && me.scopes.includes('organization:manage') && (
                <SampleDataPanel />
              )}
            </Stack>
          )}
        </>
      )}
    </Faces>
  );
}
