import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
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
  _FieldSet: { input: string; output: string; }
};

export type Conflict = Refusal & {
  __typename?: 'Conflict';
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CreateOrganizationInput = {
  baseCurrency: Scalars['CurrencyCode']['input'];
  name: Scalars['String']['input'];
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
  updateOrganization: UpdateOrganizationResult;
  updateProfile: UpdateProfileResult;
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
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** True for the sample company that comes with a first start. */
  isDemo: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
};

export type OrganizationUpdated = {
  __typename?: 'OrganizationUpdated';
  organization: Organization;
};

export type ProfileUpdated = {
  __typename?: 'ProfileUpdated';
  user: User;
};

export type Query = {
  __typename?: 'Query';
  /** The caller, in the organization that the access token was issued for. */
  me?: Maybe<Me>;
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
  email: Scalars['String']['input'];
  name: Scalars['String']['input'];
  organizationName: Scalars['String']['input'];
  password: Scalars['String']['input'];
};

export type RemoveDemoOrganizationResult = Conflict | DemoOrganizationRemoved;

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
  name: Scalars['String']['input'];
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
  RemoveDemoOrganizationResult:
    | ( Conflict )
    | ( DemoOrganizationRemoved )
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
  Conflict: ResolverTypeWrapper<Conflict>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreateOrganizationInput: CreateOrganizationInput;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DemoOrganizationRemoved: ResolverTypeWrapper<DemoOrganizationRemoved>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
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
  ProfileUpdated: ResolverTypeWrapper<Omit<ProfileUpdated, 'user'> & { user: ResolversTypes['User'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RegisterInput: RegisterInput;
  RemoveDemoOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveDemoOrganizationResult']>;
  Role: Role;
  Session: ResolverTypeWrapper<Session>;
  SessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SessionResult']>;
  TooManyAttempts: ResolverTypeWrapper<TooManyAttempts>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateOrganizationResult']>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProfileResult']>;
  User: ResolverTypeWrapper<UserRow>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Conflict: Conflict;
  String: Scalars['String']['output'];
  CreateOrganizationInput: CreateOrganizationInput;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DateTime: Scalars['DateTime']['output'];
  DemoOrganizationRemoved: DemoOrganizationRemoved;
  ID: Scalars['ID']['output'];
  InvalidInput: InvalidInput;
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
  ProfileUpdated: Omit<ProfileUpdated, 'user'> & { user: ResolversParentTypes['User'] };
  Query: Record<PropertyKey, never>;
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  RegisterInput: RegisterInput;
  RemoveDemoOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['RemoveDemoOrganizationResult'];
  Session: Session;
  SessionResult: ResolversUnionTypes<ResolversParentTypes>['SessionResult'];
  TooManyAttempts: TooManyAttempts;
  Int: Scalars['Int']['output'];
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateOrganizationResult: ResolversUnionTypes<ResolversParentTypes>['UpdateOrganizationResult'];
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolversUnionTypes<ResolversParentTypes>['UpdateProfileResult'];
  User: UserRow;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = AuthContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConflictResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Conflict'] = ResolversParentTypes['Conflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  createOrganization?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  logIn?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationLogInArgs, 'input'>>;
  logOut?: Resolver<ResolversTypes['LoggedOut'], ParentType, ContextType>;
  refreshSession?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType>;
  register?: Resolver<ResolversTypes['SessionResult'], ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  removeDemoOrganization?: Resolver<ResolversTypes['RemoveDemoOrganizationResult'], ParentType, ContextType>;
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
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDemo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationUpdatedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['OrganizationUpdated'] = ResolversParentTypes['OrganizationUpdated']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProfileUpdatedResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['ProfileUpdated'] = ResolversParentTypes['ProfileUpdated']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['Me']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'InvalidInput' | 'NotFound' | 'NotSignedIn' | 'TooManyAttempts', ParentType, ContextType>;
};

export type RemoveDemoOrganizationResultResolvers<ContextType = AuthContext, ParentType extends ResolversParentTypes['RemoveDemoOrganizationResult'] = ResolversParentTypes['RemoveDemoOrganizationResult']> = {
  __resolveType?: TypeResolveFn<'Conflict' | 'DemoOrganizationRemoved', ParentType, ContextType>;
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
  Conflict?: ConflictResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DemoOrganizationRemoved?: DemoOrganizationRemovedResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  LoggedOut?: LoggedOutResolvers<ContextType>;
  Me?: MeResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFound?: NotFoundResolvers<ContextType>;
  NotSignedIn?: NotSignedInResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationUpdated?: OrganizationUpdatedResolvers<ContextType>;
  ProfileUpdated?: ProfileUpdatedResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RemoveDemoOrganizationResult?: RemoveDemoOrganizationResultResolvers<ContextType>;
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
