import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApiKey as ApiKeyRow } from '../api-key/api-key.entity.ts';
import type { Me as MeRow } from '../user/user.service.ts';
import type { Membership as MembershipRow } from '../organization/membership.entity.ts';
import type { Organization as OrganizationRow } from '../organization/organization.entity.ts';
import type { User as UserRow } from '../user/user.entity.ts';
import type { AuthContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 4217 currency code, such as EUR. */
  CurrencyCode: { input: string; output: string; }
  /** An instant in UTC, ISO 8601. */
  DateTime: { input: Date; output: Date; }
  /** A business date without a time zone, YYYY-MM-DD. */
  LocalDate: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** By which a program acts for the organization. */
export type ApiKey = {
  __typename?: 'ApiKey';
  createdAt: Scalars['DateTime']['output'];
  /** Null when that person is no longer a member. */
  createdBy?: Maybe<User>;
  /** The last day on which it is good, in UTC; null: it has no end. */
  expiresOn?: Maybe<Scalars['LocalDate']['output']>;
  id: Scalars['ID']['output'];
  /** The last day on which it was used, in UTC. */
  lastUsedOn?: Maybe<Scalars['LocalDate']['output']>;
  name: Scalars['String']['output'];
  /** The beginning of the key, by which it is recognised. */
  prefix: Scalars['String']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  scopes: Array<Scalars['String']['output']>;
  state: ApiKeyState;
};

export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  edges: Array<ApiKeyEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ApiKeyCreated = {
  __typename?: 'ApiKeyCreated';
  apiKey: ApiKey;
  /** The whole key. It is shown this once; only its hash is kept. */
  secret: Scalars['String']['output'];
};

export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  cursor: Scalars['String']['output'];
  node: ApiKey;
};

export type ApiKeyRevoked = {
  __typename?: 'ApiKeyRevoked';
  apiKey: ApiKey;
};

export type ApiKeyState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'REVOKED';

export type Conflict = Refusal & {
  __typename?: 'Conflict';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CreateApiKeyInput = {
  /** The last day on which it is good, in UTC. Without it: no end. */
  expiresOn?: InputMaybe<Scalars['LocalDate']['input']>;
  name: Scalars['String']['input'];
  /** Such as invoices:read. Running the organization can't be given to a key. */
  scopes: Array<Scalars['String']['input']>;
};

export type CreateApiKeyResult = ApiKeyCreated | Conflict | InvalidInput;

export type CreateOrganizationInput = {
  baseCurrency: Scalars['CurrencyCode']['input'];
  /** ISO 3166-1 alpha-2, such as DE. */
  country?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** A zone of the IANA database, such as Europe/Berlin. Without it: UTC. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type DemoOrganizationRemoved = {
  __typename?: 'DemoOrganizationRemoved';
  organizationId: Scalars['ID']['output'];
};

export type InvalidInput = Refusal & {
  __typename?: 'InvalidInput';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type LogInInput = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type LoggedOut = {
  __typename?: 'LoggedOut';
  ok: Scalars['Boolean']['output'];
};

export type Me = {
  __typename?: 'Me';
  memberships: Array<Membership>;
  /** Null when the caller belongs to no organization (the sample company was removed). */
  organization?: Maybe<Organization>;
  role?: Maybe<Role>;
  scopes: Array<Scalars['String']['output']>;
  user: User;
};

export type Membership = {
  __typename?: 'Membership';
  organization: Organization;
  role: Role;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Makes a key by which a program acts for the organization. Its scopes can't exceed the caller's. */
  createApiKey: CreateApiKeyResult;
  /** A further, empty organization for the caller; the new session acts in it. */
  createOrganization: SessionResult;
  logIn: SessionResult;
  /** Ends the session of the refresh cookie. Succeeds also when there is none. */
  logOut: LoggedOut;
  /** Rotates the refresh token that travels in an httpOnly cookie. Reuse of an old one ends every session of its family. */
  refreshSession: SessionResult;
  /** Opens a user, an organization with its books, and a session. */
  register: SessionResult;
  /** Removes the sample company and all its data from every subgraph. Only sample companies can be removed. */
  removeDemoOrganization: RemoveDemoOrganizationResult;
  /** Ends a key for good: programs that use it are out within half a minute, open streams at once. */
  revokeApiKey: RevokeApiKeyResult;
  updateOrganization: UpdateOrganizationResult;
  updateProfile: UpdateProfileResult;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


export type MutationLogInArgs = {
  input: LogInInput;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationUpdateOrganizationArgs = {
  input: UpdateOrganizationInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

export type NotFound = Refusal & {
  __typename?: 'NotFound';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** Wrong credentials, or a session that is over. */
export type NotSignedIn = Refusal & {
  __typename?: 'NotSignedIn';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Organization = {
  __typename?: 'Organization';
  baseCurrency: Scalars['CurrencyCode']['output'];
  /** Whose bank holidays it keeps, ISO 3166-1 alpha-2 such as DE. Null: nobody has said. */
  country?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** True for the sample company that comes with a first start. */
  isDemo: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  /** What its clocks show: a zone of the IANA database, such as Europe/Berlin. */
  timeZone: Scalars['String']['output'];
};

export type OrganizationUpdated = {
  __typename?: 'OrganizationUpdated';
  organization: Organization;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type ProfileUpdated = {
  __typename?: 'ProfileUpdated';
  user: User;
};

export type Query = {
  __typename?: 'Query';
  /** The organization's API keys, at most 100 a page, newest first. Revoked and expired ones stay listed. */
  apiKeys: ApiKeyConnection;
  /** The caller, in the organization that the access token was issued for. */
  me?: Maybe<Me>;
};


export type QueryApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An expected refusal: it changed nothing, and says why with a stable code. */
export type Refusal = {
  code: Scalars['String']['output'];
  /** The input field it concerns, as a dotted path. */
  field?: Maybe<Scalars['String']['output']>;
  /** A sentence that can be shown to a customer. */
  message: Scalars['String']['output'];
};

export type RegisterInput = {
  baseCurrency: Scalars['CurrencyCode']['input'];
  /** ISO 3166-1 alpha-2, such as DE. */
  country?: InputMaybe<Scalars['String']['input']>;
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  organizationName: Scalars['String']['input'];
  password: Scalars['String']['input'];
  /** A zone of the IANA database, such as Europe/Berlin. Without it: UTC. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type RemoveDemoOrganizationResult = Conflict | DemoOrganizationRemoved;

export type RevokeApiKeyInput = {
  apiKeyId: Scalars['ID']['input'];
};

export type RevokeApiKeyResult = ApiKeyRevoked | NotFound;

export type Role =
  | 'ACCOUNTANT'
  | 'ADMIN'
  | 'MEMBER'
  | 'OWNER'
  | 'VIEWER';

/** What a sign-in answers. The refresh token is not here: it is set as an httpOnly cookie. */
export type Session = {
  __typename?: 'Session';
  accessToken: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  /** Null when the user belongs to no organization. */
  organizationId?: Maybe<Scalars['ID']['output']>;
  userId: Scalars['ID']['output'];
};

export type SessionResult = Conflict | InvalidInput | NotSignedIn | Session | TooManyAttempts;

/** Too many tries: wait. */
export type TooManyAttempts = Refusal & {
  __typename?: 'TooManyAttempts';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  retryAfterSeconds: Scalars['Int']['output'];
};

export type UpdateOrganizationInput = {
  /** ISO 3166-1 alpha-2, such as DE. Null: nobody says. Without it: as it was. */
  country?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** A zone of the IANA database, such as Europe/Berlin. Without it: as it was. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateOrganizationResult = InvalidInput | OrganizationUpdated;

export type UpdateProfileInput = {
  name: Scalars['String']['input'];
};

export type UpdateProfileResult = InvalidInput | ProfileUpdated;

export type User = {
  __typename?: 'User';
  createdAt: Scalars['DateTime']['output'];
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Organization: Organization;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Organization:
    ( { __typename: 'Organization' }
    & GraphQLRecursivePick<FederationTypes['Organization'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateApiKeyResult:
    | ( Omit<ApiKeyCreated, 'apiKey'> & { apiKey: _RefType['ApiKey'] } )
    | ( Conflict )
    | ( InvalidInput )
  ;
  RemoveDemoOrganizationResult:
    | ( Conflict )
    | ( DemoOrganizationRemoved )
  ;
  RevokeApiKeyResult:
    | ( Omit<ApiKeyRevoked, 'apiKey'> & { apiKey: _RefType['ApiKey'] } )
    | ( NotFound )
  ;
  SessionResult:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotSignedIn )
    | ( Session )
    | ( TooManyAttempts )
  ;
  UpdateOrganizationResult:
    | ( InvalidInput )
    | ( Omit<OrganizationUpdated, 'organization'> & { organization: _RefType['Organization'] } )
  ;
  UpdateProfileResult:
    | ( InvalidInput )
    | ( Omit<ProfileUpdated, 'user'> & { user: _RefType['User'] } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Refusal:
    | ( Conflict )
    | ( InvalidInput )
    | ( NotFound )
    | ( NotSignedIn )
    | ( TooManyAttempts )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversTypes['ApiKeyEdge']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ApiKeyCreated: ResolverTypeWrapper<Omit<ApiKeyCreated, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyRevoked: ResolverTypeWrapper<Omit<ApiKeyRevoked, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  ApiKeyState: ApiKeyState;
  Conflict: ResolverTypeWrapper<Conflict>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  CreateOrganizationInput: CreateOrganizationInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DemoOrganizationRemoved: ResolverTypeWrapper<DemoOrganizationRemoved>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  LogInInput: LogInInput;
  LoggedOut: ResolverTypeWrapper<LoggedOut>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Me: ResolverTypeWrapper<MeRow>;
  Membership: ResolverTypeWrapper<MembershipRow>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFound: ResolverTypeWrapper<NotFound>;
  NotSignedIn: ResolverTypeWrapper<NotSignedIn>;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  OrganizationUpdated: ResolverTypeWrapper<Omit<OrganizationUpdated, 'organization'> & { organization: ResolversTypes['Organization'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ProfileUpdated: ResolverTypeWrapper<Omit<ProfileUpdated, 'user'> & { user: ResolversTypes['User'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterInput: RegisterInput;
  RemoveDemoOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveDemoOrganizationResult']>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  Role: Role;
  Session: ResolverTypeWrapper<Session>;
  SessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SessionResult']>;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttempts>;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateOrganizationResult']>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProfileResult']>;
  User: ResolverTypeWrapper<UserRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApiKey: ApiKeyRow;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiKeyEdge']> };
  Int: Scalars['Int']['output'];
  ApiKeyCreated: Omit<ApiKeyCreated, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyRevoked: Omit<ApiKeyRevoked, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  Conflict: Conflict;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  CreateOrganizationInput: CreateOrganizationInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DemoOrganizationRemoved: DemoOrganizationRemoved;
  InvalidInput: InvalidInput;
  LocalDate: Scalars['LocalDate']['output'];
  LogInInput: LogInInput;
  LoggedOut: LoggedOut;
  Boolean: Scalars['Boolean']['output'];
  Me: MeRow;
  Membership: MembershipRow;
  Mutation: Record<PropertyKey, never>;
  NotFound: NotFound;
  NotSignedIn: NotSignedIn;
  Organization: OrganizationRow;
  OrganizationUpdated: Omit<OrganizationUpdated, 'organization'> & { organization: ResolversParentTypes['Organization'] };
  PageInfo: PageInfo;
  ProfileUpdated: Omit<ProfileUpdated, 'user'> & { user: ResolversParentTypes['User'] };
  Query: Record<PropertyKey, never>;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterInput: RegisterInput;
  RemoveDemoOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['RemoveDemoOrganizationResult'];
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  Session: Session;
  SessionResult: ResolversUnionTypes<ResolversParentTypes>['SessionResult'];
  TooManyAttempts: TooManyAttempts;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['UpdateOrganizationResult'];
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolversUnionTypes<ResolversParentTypes>['UpdateProfileResult'];
  User: UserRow;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = AuthContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApiKeyResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ApiKeyState'], ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApiKeyCreatedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyCreated'] = ResolversParentTypes['ApiKeyCreated']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyRevokedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ApiKeyRevoked'] = ResolversParentTypes['ApiKeyRevoked']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyCreated' | 'Conflict' | 'InvalidInput', ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DemoOrganizationRemovedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['DemoOrganizationRemoved'] = ResolversParentTypes['DemoOrganizationRemoved']> = {
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type LoggedOutResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['LoggedOut'] = ResolversParentTypes['LoggedOut']> = {
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MeResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']> = {
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  createOrganization?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  logIn?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logOut?: Resolver<ResolversTypes['LoggedOut'], ParentType, ContextType>;
  refreshSession?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType>;
  register?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  removeDemoOrganization?: Resolver<ResolversTypes['RemoveDemoOrganizationResult'], ParentType, ContextType>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  updateOrganization?: Resolver<ResolversTypes['UpdateOrganizationResult'], ParentType, ContextType, RequireFields<MutationUpdateOrganizationArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfileResult'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type NotFoundResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['NotFound'] = ResolversParentTypes['NotFound']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotSignedInResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['NotSignedIn'] = ResolversParentTypes['NotSignedIn']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization'], FederationReferenceType extends FederationReferenceTypes['Organization'] = FederationReferenceTypes['Organization']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organization']> | FederationReferenceType, FederationReferenceType, ContextType>;
  baseCurrency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationUpdatedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['OrganizationUpdated'] = ResolversParentTypes['OrganizationUpdated']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProfileUpdatedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ProfileUpdated'] = ResolversParentTypes['ProfileUpdated']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, RequireFields<QueryApiKeysArgs, 'first'>>;
  me?: Resolver<Maybe<ResolversTypes['Me']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound' | 'NotSignedIn' | 'TooManyAttempts', ParentType, ContextType>;
};

export type RemoveDemoOrganizationResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RemoveDemoOrganizationResult'] = ResolversParentTypes['RemoveDemoOrganizationResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'DemoOrganizationRemoved', ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'ApiKeyRevoked' | 'NotFound', ParentType, ContextType>;
};

export type SessionResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['SessionResult'] = ResolversParentTypes['SessionResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotSignedIn' | 'Session' | 'TooManyAttempts', ParentType, ContextType>;
};

export type TooManyAttemptsResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['TooManyAttempts'] = ResolversParentTypes['TooManyAttempts']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateOrganizationResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['UpdateOrganizationResult'] = ResolversParentTypes['UpdateOrganizationResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'OrganizationUpdated', ParentType, ContextType>;
};

export type UpdateProfileResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['UpdateProfileResult'] = ResolversParentTypes['UpdateProfileResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'ProfileUpdated', ParentType, ContextType>;
};

export type UserResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = AuthContext> = {
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyCreated?: ApiKeyCreatedResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyRevoked?: ApiKeyRevokedResolvers<ContextType>;
  Conflict?: ConflictResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DemoOrganizationRemoved?: DemoOrganizationRemovedResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  LoggedOut?: LoggedOutResolvers<ContextType>;
  Me?: MeResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  NotSignedIn?: NotSignedInResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationUpdated?: OrganizationUpdatedResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ProfileUpdated?: ProfileUpdatedResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RemoveDemoOrganizationResult?: RemoveDemoOrganizationResultResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionResult?: SessionResultResolvers<ContextType>;
  TooManyAttempts?: TooManyAttemptsResolvers<ContextType>;
  UpdateOrganizationResult?: UpdateOrganizationResultResolvers<ContextType>;
  UpdateProfileResult?: UpdateProfileResultResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = AuthContext> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
