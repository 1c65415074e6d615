-- CreateIndex
CREATE INDEX "document_created_by_created_at_sec_idx" ON "document"("created_by", "created_at_sec");
