
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AcceptCategoriesResult": [
      "CategoriesAccepted",
      "Conflict",
      "InvalidInput",
      "NotFound"
    ],
    "CategorizeTextResult": [
      "InvalidInput",
      "TextCategorized"
    ],
    "ClosePeriodResult": [
      "Conflict",
      "InvalidInput",
      "PeriodClosed"
    ],
    "CorrectCategoryResult": [
      "Conflict",
      "InvalidInput",
      "NotFound",
      "TransactionCategorized"
    ],
    "CreateApiKeyResult": [
      "ApiKeyCreated",
      "Conflict",
      "InvalidInput"
    ],
    "CreditScoreResult": [
      "CreditScore",
      "CreditScoreUnavailable"
    ],
    "CustomerResult": [
      "Conflict",
      "CustomerSaved",
      "InvalidInput",
      "NotFound"
    ],
    "DeleteInvoiceDraftResult": [
      "Conflict",
      "InvoiceDraftDeleted",
      "NotFound"
    ],
    "ImportReceivablesResult": [
      "Conflict",
      "InvalidInput",
      "ReceivablesImportStarted"
    ],
    "InvoiceResult": [
      "Conflict",
      "InvalidInput",
      "InvoiceSaved",
      "NotFound"
    ],
    "JournalEntryResult": [
      "Conflict",
      "InvalidInput",
      "JournalEntryPosted",
      "NotFound"
    ],
    "LoanOffersResult": [
      "CreditScoreUnavailable",
      "LoanOffers"
    ],
    "PreviewReceivablesImportResult": [
      "InvalidInput",
      "ReceivablesImportPreview"
    ],
    "RefundPaymentResult": [
      "Conflict",
      "InvalidInput",
      "NotFound",
      "PaymentRefunded",
      "ProviderUnavailable"
    ],
    "Refusal": [
      "Conflict",
      "InvalidInput",
      "NotFound",
      "NotSignedIn",
      "ProviderUnavailable",
      "TooManyAttempts"
    ],
    "RemoveDemoOrganizationResult": [
      "Conflict",
      "DemoOrganizationRemoved"
    ],
    "ReviewAnomalyResult": [
      "AnomalyReviewed",
      "NotFound"
    ],
    "RevokeApiKeyResult": [
      "ApiKeyRevoked",
      "NotFound"
    ],
    "RollbackCategoryModelResult": [
      "CategoryModelChosen",
      "NotFound"
    ],
    "SessionResult": [
      "Conflict",
      "InvalidInput",
      "NotSignedIn",
      "Session",
      "TooManyAttempts"
    ],
    "SetCategoryThresholdResult": [
      "CategoryThresholdSet",
      "InvalidInput"
    ],
    "StartPaymentResult": [
      "Conflict",
      "NotFound",
      "PaymentStarted",
      "ProviderUnavailable"
    ],
    "UpdateOrganizationResult": [
      "InvalidInput",
      "OrganizationUpdated"
    ],
    "UpdateProfileResult": [
      "InvalidInput",
      "ProfileUpdated"
    ]
  }
};
      export default result;
    