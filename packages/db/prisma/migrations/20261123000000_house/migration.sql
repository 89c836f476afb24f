-- CreateEnum
CREATE TYPE "PersonTokenKind" AS ENUM ('invitation', 'reset');

-- CreateEnum
CREATE TYPE "FeedKind" AS ENUM ('team', 'organisation');

-- CreateEnum
CREATE TYPE "AppointmentKind" AS ENUM ('manager', 'administrator');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('holder', 'substitute');

-- CreateEnum
CREATE TYPE "OfferKind" AS ENUM ('give', 'take');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL,
    "image" TEXT,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonToken" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "PersonTokenKind" NOT NULL,
    "mailed" BOOLEAN NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PersonToken_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Feed" (
    "organisationId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "kind" "FeedKind" NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("organisationId","ownerId")
);

-- CreateTable
CREATE TABLE "Change" (
    "organisationId" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "commandId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("organisationId","feedId","seq")
);

-- CreateTable
CREATE TABLE "Command" (
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "commandId" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "inputDigest" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Command_pkey" PRIMARY KEY ("organisationId","personId","commandId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID,
    "actorId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Domain" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Domain_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Team" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdOn" DATE NOT NULL,
    "closedOn" DATE,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "TeamPlacement" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "domainId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "TeamPlacement_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "home" BOOLEAN NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "MembershipHours" (
    "organisationId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "minutesByWeekday" INTEGER[],

    CONSTRAINT "MembershipHours_pkey" PRIMARY KEY ("organisationId","membershipId","from")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AppointmentKind" NOT NULL,
    "domainId" UUID,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "CatalogueItem" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "parentExternalId" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "CatalogueItem_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Area" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Responsibility" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "areaId" UUID NOT NULL,
    "catalogueItemId" UUID,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "criticality" INTEGER NOT NULL,
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Responsibility_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ResponsibilityHours" (
    "organisationId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "minutesAWeek" INTEGER NOT NULL,
    "season" INTEGER[],

    CONSTRAINT "ResponsibilityHours_pkey" PRIMARY KEY ("organisationId","responsibilityId","from")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL,
    "sharePercent" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "responsibilityId" UUID NOT NULL,
    "kind" "OfferKind" NOT NULL,
    "assignmentId" UUID NOT NULL,
    "fromPersonId" UUID NOT NULL,
    "toPersonId" UUID NOT NULL,
    "sharePercent" INTEGER NOT NULL,
    "madeOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "state" "OfferState" NOT NULL,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_organisationId_personId_key" ON "User"("organisationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "PersonToken_tokenHash_key" ON "PersonToken"("tokenHash");

-- CreateIndex
CREATE INDEX "PersonToken_organisationId_personId_idx" ON "PersonToken"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Change_organisationId_commandId_idx" ON "Change"("organisationId", "commandId");

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_subjectId_idx" ON "AuditEntry"("organisationId", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_organisationId_email_key" ON "Person"("organisationId", "email");

-- CreateIndex
CREATE INDEX "TeamPlacement_organisationId_teamId_idx" ON "TeamPlacement"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "TeamPlacement_organisationId_domainId_idx" ON "TeamPlacement"("organisationId", "domainId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_teamId_idx" ON "Membership"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_personId_idx" ON "Membership"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Appointment_organisationId_personId_idx" ON "Appointment"("organisationId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogueItem_organisationId_source_externalId_key" ON "CatalogueItem"("organisationId", "source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Area_organisationId_teamId_id_key" ON "Area"("organisationId", "teamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Responsibility_organisationId_teamId_id_key" ON "Responsibility"("organisationId", "teamId", "id");

-- CreateIndex
CREATE INDEX "Assignment_organisationId_teamId_idx" ON "Assignment"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Assignment_organisationId_responsibilityId_idx" ON "Assignment"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Assignment_organisationId_personId_idx" ON "Assignment"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "Offer_organisationId_responsibilityId_idx" ON "Offer"("organisationId", "responsibilityId");

-- CreateIndex
CREATE INDEX "Offer_organisationId_teamId_state_idx" ON "Offer"("organisationId", "teamId", "state");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonToken" ADD CONSTRAINT "PersonToken_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_organisationId_feedId_fkey" FOREIGN KEY ("organisationId", "feedId") REFERENCES "Feed"("organisationId", "ownerId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Domain" ADD CONSTRAINT "Domain_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamPlacement" ADD CONSTRAINT "TeamPlacement_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamPlacement" ADD CONSTRAINT "TeamPlacement_organisationId_domainId_fkey" FOREIGN KEY ("organisationId", "domainId") REFERENCES "Domain"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MembershipHours" ADD CONSTRAINT "MembershipHours_organisationId_membershipId_fkey" FOREIGN KEY ("organisationId", "membershipId") REFERENCES "Membership"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organisationId_domainId_fkey" FOREIGN KEY ("organisationId", "domainId") REFERENCES "Domain"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueItem" ADD CONSTRAINT "CatalogueItem_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_organisationId_teamId_areaId_fkey" FOREIGN KEY ("organisationId", "teamId", "areaId") REFERENCES "Area"("organisationId", "teamId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Responsibility" ADD CONSTRAINT "Responsibility_organisationId_catalogueItemId_fkey" FOREIGN KEY ("organisationId", "catalogueItemId") REFERENCES "CatalogueItem"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponsibilityHours" ADD CONSTRAINT "ResponsibilityHours_organisationId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_organisationId_personId_fkey" FOREIGN KEY ("organisationId", "personId") REFERENCES "Person"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_organisationId_teamId_responsibilityId_fkey" FOREIGN KEY ("organisationId", "teamId", "responsibilityId") REFERENCES "Responsibility"("organisationId", "teamId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
