/** The commonest passwords of leaked lists that are long enough to pass the length rule; compared in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 123456789q q123456789 1234567891
  12345678900 123456789123 123123123123 1231231234 1212121212 1122334455 1234512345 1234554321 0000000000 1111111111
  password12 password123 password1234 password12345 password1! password!1 passw0rd123 p@ssw0rd123 p@ssword123 mypassword
  mypassword1 password01 passwordpassword yourpassword changeme123 changeme1234 letmein123 letmein1234 welcome123
  welcome1234 welcome2023 welcome2024 welcome2025 welcome2026 administrator admin12345 admin123456 administrator1
  qwertyuiop qwerty12345 qwerty123456 qwerty1234 qwerty123! qwertyuiop1 qwertyuiop123 qwertyuiop[] asdfghjkl; asdfghjkl1
  asdfghjkl123 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y 1qazxsw23edc zaq12wsxcde zxcvbnm123 zxcvbnm,./ qazwsxedcrfv
  q1w2e3r4t5 q1w2e3r4t5y6 abcdefghij abcdefghijk abcd123456 abc1234567 abc123456789 aa12345678 a1b2c3d4e5 a1234567890
  iloveyou123 iloveyou12 iloveyou1234 iloveyou22 sunshine123 sunshine12 princess123 princess12 football123 football12
  baseball123 basketball superman123 batman12345 starwars123 pokemon123 dragon12345 monkey12345 michael123 jordan12345
  charlie123 jennifer123 jessica123 liverpool1 liverpool123 chelsea123 manchester arsenal123 barcelona1 realmadrid1
  trustno1234 masterpass whatever123 computer123 internet123 hello12345 helloworld1 helloworld hello123456 secret1234
  secretpassword test123456 test1234567 testtest123 testing123 temporary1 default123 summer2024 summer2025 summer2026
  winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 company123 business123 finflow123 finflow1234 correcthorsebatterystaple`.split(
    /\s+/,
  ),
);
